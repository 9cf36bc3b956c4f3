"""Paths of logging in and of accounts, in Dutch, below the admin's path."""

from django.urls import path

from dialoog.staff.access.views import account, forgotten, people, steps

app_name = "access"

urlpatterns = [
    path("mijn-account/", account.show, name="account"),
    path("mijn-account/tweede-stap/", steps.begin, name="begin"),
    path("mijn-account/app/", steps.add_app, name="add_app"),
    path("mijn-account/passkey/", steps.add_passkey, name="add_passkey"),
    path("mijn-account/herstelcodes/", steps.make_codes, name="codes"),
    path("mijn-account/weg/<slug:kind>/<int:pk>/", account.remove, name="remove"),
    path("mijn-account/uitloggen/", account.log_out_elsewhere, name="log_out_elsewhere"),
    path("mijn-account/wachtwoord/", steps.confirm, name="confirm"),
    path("inloggen/code/", steps.code, name="code"),
    path("wachtwoord-vergeten/", forgotten.ask, name="forgotten"),
    path("nieuw-wachtwoord/<uidb64>/<token>/", forgotten.NewPassword.as_view(), name="new_password"),
    path("accounts/wachtend/", people.pending, name="pending"),
    path("accounts/<int:pk>/toegang/", people.of_account, name="of_account"),
]
