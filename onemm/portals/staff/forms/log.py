from django import forms

from onemm.web.forms import Form


class LogFilter(Form):
    """What to look for in the log."""

    event = forms.CharField(
        label="What happened", required=False, max_length=60, help_text="Such as session, or session:logged"
    )
    subject = forms.CharField(label="To what", required=False, max_length=80, help_text="Such as mentoring.Match:42")
