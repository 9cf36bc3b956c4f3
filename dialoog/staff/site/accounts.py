"""Accounts and roles. Who manages accounts gives roles, and nothing beyond them."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dialoog.staff.access.approvals import ask, gives_rights, needs_second
from dialoog.staff.access.models import ChangeKind, PendingChange
from dialoog.staff.site.roles import ROLES

ABOUT = {role.name: role.about for role in ROLES}
ACCESS = _("Link voor een nieuw wachtwoord, tweede stap, overal uitloggen")
OTHERS_PASSWORD = _("Dit account heeft rechten: maak op de pagina van het account een link voor een nieuw wachtwoord.")
FROM_LIBRARIES = ("otp_totp", "otp_static", "django_otp_webauthn")
"""Their pages would show a superuser the keys of others."""


class AccountAdmin(UserAdmin):
    """Only a superuser makes superusers, gives loose permissions, or touches a superuser's account."""

    add_form_template = "admin/change_form.html"
    add_form = UserCreationForm
    list_display = ("username", "full_name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    list_per_page = 50
    save_on_top = True
    readonly_fields = ("last_login", "date_joined", "access")
    filter_horizontal = ()  # its two boxes have parts that nothing names
    add_fieldsets = (
        (
            _("Wie is het?"),
            {
                "fields": ("username", "first_name", "last_name", "email"),
                "description": _("De voor- en achternaam staan bij wat iemand wijzigt, bevestigt of publiceert."),
            },
        ),
        (_("Wachtwoord"), {"fields": ("password1", "password2")}),
        (
            _("Rol"),
            {"fields": ("groups",), "description": _("Zonder rol kan iemand inloggen, maar verder niets.")},
        ),
    )
    fieldsets = (
        (
            _("Wie is het?"),
            {
                "fields": ("username", "password", "first_name", "last_name", "email"),
                "description": _("De voor- en achternaam staan bij wat iemand wijzigt, bevestigt of publiceert."),
            },
        ),
        (
            _("Rol"),
            {
                "fields": ("groups", "is_active"),
                "description": _(
                    "Gaat iemand weg? Zet dan ‘Actief’ uit en verwijder het account niet. Zo blijft te zien wie wat "
                    "heeft gedaan."
                ),
            },
        ),
        (_("Gebruik"), {"fields": ("last_login", "date_joined", "access")}),
    )
    superuser_fieldset = (
        _("Buiten de rollen om"),
        {
            "fields": ("is_staff", "is_superuser", "user_permissions"),
            "classes": ("collapse",),
            "description": _("Een supergebruiker mag alles. Alleen een andere supergebruiker ziet dit deel."),
        },
    )

    @admin.display(description=_("naam"), ordering="last_name")
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=_("rol"))
    def roles(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return ", ".join([gettext("Supergebruiker"), *names] if user.is_superuser else names)

    @admin.display(description=_("inloggen"))
    def access(self, user: User) -> str:
        return format_html('<a href="{}">{}</a>', reverse("access:of_account", args=[user.pk]), ACCESS)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs |= {"widget": CheckboxSelectMultiple, "label": _("Rollen"), "help_text": ""}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        found = super().get_fieldsets(request, obj)
        return (*found, self.superuser_fieldset) if obj and request.user.is_superuser else found

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_touch(request, obj) and super().has_delete_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Accounts are for staff: without this somebody could not log in anywhere."""
        if not change:
            obj.is_staff = True
        if change and "email" in form.changed_data and needs_second(request.user, obj):
            self._wait(request, ask(ChangeKind.MAIL, obj, request.user, email=obj.email))
            obj.email = form.initial["email"]
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Roles that give rights wait for a second account manager; those that are taken away are gone at once."""
        if "groups" in form.cleaned_data and not request.user.is_superuser:
            held = set(form.instance.groups.all())
            chosen = set(form.cleaned_data["groups"])
            if later := gives_rights(chosen - held):
                self._wait(request, ask(ChangeKind.ROLES, form.instance, request.user, roles=later))
                form.cleaned_data["groups"] = list(chosen - set(later))
        super().save_related(request, form, formsets, change)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:
        account = self.get_object(request, unquote(id))
        if account is not None and needs_second(request.user, account):
            raise PermissionDenied(OTHERS_PASSWORD)
        return super().user_change_password(request, id, form_url)

    def _wait(self, request: HttpRequest, change: PendingChange) -> None:
        said = gettext("Dit wacht tot een andere beheerder het goedkeurt: %s.")
        messages.warning(request, said % change.get_kind_display())


class RoleAdmin(GroupAdmin):
    """Roles are made with the site. A superuser can change them."""

    list_display = ("name", "about", "members")
    readonly_fields = ("about", "members")
    filter_horizontal = ()
    fields = ("name", "about", "members", "permissions")

    @admin.display(description=_("wat deze rol mag"))
    def about(self, group: Group) -> str:
        return ABOUT.get(group.name, "")

    @admin.display(description=_("wie deze rol heeft"))
    def members(self, group: Group) -> str:
        return ", ".join(user.get_full_name() or user.username for user in group.user_set.all()) if group.pk else ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        return super().get_queryset(request).prefetch_related("user_set")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if request.user.is_superuser else ("name", "about", "members")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_superuser


def _may_touch(request: HttpRequest, account: Any) -> bool:
    return account is None or not account.is_superuser or request.user.is_superuser


def register() -> None:
    """In the place of Django's own pages."""
    admin.site.unregister([User, Group])
    admin.site.unregister([model for model in [*admin.site._registry] if model._meta.app_label in FROM_LIBRARIES])
    admin.site.register(User, AccountAdmin)
    admin.site.register(Group, RoleAdmin)
