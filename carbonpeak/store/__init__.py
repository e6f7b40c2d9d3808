"""What people enter and do, and who they are."""
