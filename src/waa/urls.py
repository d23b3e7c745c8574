"""The page map."""

from django.urls import include, path

urlpatterns = [path("", include("waa.web.urls"))]
