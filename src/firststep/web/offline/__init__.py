"""What makes the pages an app on a phone: the service worker, the shell that it keeps, the manifest."""
