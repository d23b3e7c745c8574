from django.apps import AppConfig

from waa.upstreams.texts import both


class UpstreamsConfig(AppConfig):
    name = "waa.upstreams"
    label = "upstreams"
    verbose_name = both("畫師帳戶", "Accounts of painters")
