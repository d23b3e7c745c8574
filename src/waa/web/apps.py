from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "waa.web"
    label = "web"
