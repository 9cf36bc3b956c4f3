from django.contrib.admin.apps import AdminConfig


class StaffConfig(AdminConfig):
    default_site = "dialoog.staff.site.admin_site.StaffSite"

    def ready(self) -> None:
        super().ready()
        from dialoog.staff.site.accounts import register  # needs the models, which are there only now

        register()
