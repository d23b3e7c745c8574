from django.apps import AppConfig


class StudioConfig(AppConfig):
    name = "waa.studio"
    label = "studio"
