"""Public paths of the questionnaire, in the words of the active language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from dialoog.languages import addresses as words
from dialoog.languages.addresses import route
from dialoog.wizard.around import views
from dialoog.wizard.wizard import NO_STEP, GuideWizard

app_name = "wizard"

step = GuideWizard.as_view(url_name="wizard:step", done_step_name=NO_STEP)

urlpatterns = [
    path("", views.home, name="home"),
    path(route(words.BEGIN), views.begin, name="begin"),
    path(route(*words.OF_OWNER), views.resume, name="resume"),
    path(route(*words.OF_OWNER, words.STEP, "<str:step>"), step, name="step"),
    path(route(*words.OF_OWNER, words.LATER), views.later, name="later"),
    path(route(*words.OF_OWNER, words.AGAIN), views.redo, name="redo"),
    path(route(*words.OF_OWNER, words.DELETE), views.delete, name="delete"),
    path(route(words.DELETED), views.deleted, name="deleted"),
    path(route(words.PRIVACY), views.text, {"slug": "privacy", "name": _("Privacy")}, name="privacy"),
    path(
        route(words.ACCESSIBILITY),
        views.text,
        {"slug": "accessibility", "name": _("Toegankelijkheid")},
        name="accessibility",
    ),
]
