from django.apps import AppConfig


class SecondOpinionConfig(AppConfig):
    name = "dialoog.second_opinion"
    verbose_name = "Tweede meningen"
