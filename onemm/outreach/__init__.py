"""How people hear of mentoring, before they apply: campaigns, employers' e-mails, a colleague's word, the waiting list.

A part of recruitment with tables of its own. It knows applications, and applications know nothing of it: where someone
came from stands beside the application, not in it.
"""
