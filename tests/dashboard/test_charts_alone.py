import subprocess
import sys

WHOLE = "import sys, dashboard.parts.charts; assert hasattr(sys.modules['pandas'], 'Series')"


def test_who_draws_a_chart_has_pandas_whole():
    # Plotly takes a pandas that another thread is just importing for a whole one, and breaks.
    subprocess.run([sys.executable, "-c", WHOLE], check=True)
