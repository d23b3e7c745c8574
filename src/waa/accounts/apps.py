from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "waa.accounts"
    label = "accounts"
