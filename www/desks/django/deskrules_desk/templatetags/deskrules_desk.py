"""The script tag."""

import json

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def deskrules_script():
    """Returns the script tag, with what `DESKRULES` in the settings says as its `data-` attributes."""
    said = {"desk": "django-helpdesk"} | getattr(settings, "DESKRULES", {})
    attributes = [(name.replace("_", "-"), value if isinstance(value, str) else json.dumps(value)) for name, value in said.items()]
    return format_html(
        '<script src="{}"{}></script>',
        static("deskrules/deskrules.js"),
        format_html_join("", ' data-{}="{}"', attributes),
    )
