"""The one library that pages load: `{% load ui %}` brings every component of the design system."""

from django import template

from onemm.web.templatetags import ui_figures, ui_forms, ui_lists, ui_pieces

register = template.Library()
for part in (ui_pieces, ui_lists, ui_forms, ui_figures):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
