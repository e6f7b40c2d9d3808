"""Every figure of every page under a name, with the choices it depends on."""
