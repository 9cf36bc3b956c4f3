"""Names of staff in templates."""

from django import template

from dialoog.staff.frame.people import name_of

register = template.Library()
register.filter("name_of", name_of)
