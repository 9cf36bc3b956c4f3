"""Public paths of the report, in Dutch."""

from django.urls import path

from dialoog.report import views

app_name = "report"

urlpatterns = [
    path("advies/<str:token>/rapport/", views.owner, name="owner"),
    path("advies/<str:token>/deellink/", views.renew_share, name="renew_share"),
    path("rapport/<str:share>/", views.page, name="page"),
    path("rapport/<str:share>/pdf/", views.make_pdf, name="make_pdf"),
    path("rapport/<str:share>/rapport.pdf", views.pdf, name="pdf"),
]
