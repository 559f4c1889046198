"""Puts the widget of deskrules into the pages of django-helpdesk. See README.md."""

__version__ = "0.1.0"
