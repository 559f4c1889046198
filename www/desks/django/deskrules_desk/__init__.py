"""Puts deskrules into the pages of django-helpdesk; in INSTALLED_APPS it stands before `helpdesk`."""
