"""The pages as a reader sees them; the only place that knows Streamlit."""
