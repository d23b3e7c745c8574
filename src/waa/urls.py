"""The page map."""

from django.contrib import admin
from django.urls import include, path

handler400 = "waa.web.errors.bad_request"
handler403 = "waa.web.errors.forbidden"
handler404 = "waa.web.errors.not_found"
handler500 = "waa.web.errors.server_error"

urlpatterns = [path("operator/", admin.site.urls), path("", include("waa.web.urls"))]
