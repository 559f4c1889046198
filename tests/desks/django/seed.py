"""Makes the database that the desk starts with: two queues, the fields of their forms, two people, and a queue with a long list."""

from datetime import datetime, timedelta, timezone

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from helpdesk.models import CustomField, FollowUp, Queue, Ticket  # noqa: E402

PASSWORD = "deskrules"

call_command("migrate", verbosity=0)
call_command("loaddata", "emailtemplate.json", verbosity=0)

for title, slug in [("Incidents", "incidents"), ("Patches", "patches")]:
    Queue.objects.create(title=title, slug=slug, allow_public_submission=True)

User.objects.create_superuser("agent", "agent@desk.example", PASSWORD, first_name="Alex", last_name="Agent")
User.objects.create_user("requester", "requester@customer.example", PASSWORD, first_name="Robin", last_name="Requester")

# django-helpdesk shows a custom field on the form of every queue.
FIELDS = [
    ("impact", "Impact", "list"),
    ("urgency", "Urgency", "list"),
    ("product", "Product", "varchar"),
    ("from_version", "From version", "varchar"),
    ("to_version", "To version", "varchar"),
    ("servers", "Servers", "varchar"),
    ("requested_by", "Requested by", "varchar"),
    ("requested_by_email", "E-mail", "varchar"),
    ("installer", "Installer", "varchar"),
    ("installer_size", "Size", "varchar"),
    ("installer_sha256", "SHA-256", "varchar"),
    ("instructions", "Instructions", "text"),
    ("release_notes", "Release notes", "text"),
    ("rollback", "Rollback", "text"),
    ("window_start", "Window start", "varchar"),
    ("window_end", "Window end", "varchar"),
]
for ordering, (name, label, data_type) in enumerate(FIELDS):
    choices = {"list_values": "high\nmedium\nlow", "empty_selection_list": True} if data_type == "list" else {"max_length": 5000}
    CustomField.objects.create(name=name, label=label, data_type=data_type, ordering=ordering, required=False, **choices)

# Older than what anybody makes today, so that it stands at the end of a list.
many = Queue.objects.create(title="Long list", slug="many", allow_public_submission=False)
opened = [datetime(2026, 1, 5, 8, tzinfo=timezone.utc) + timedelta(minutes=7 * index) for index in range(500)]
tickets = [
    Ticket(queue=many, title=f"Many {index}", priority=1 + index % 4, created=at, modified=at, secret_key=f"many-{index}")
    for index, at in enumerate(opened)
]
Ticket.objects.bulk_create(tickets)
FollowUp.objects.bulk_create(
    FollowUp(ticket=ticket, title="Ticket Opened", date=ticket.created, public=True) for ticket in Ticket.objects.filter(queue=many)
)
