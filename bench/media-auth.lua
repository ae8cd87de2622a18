-- A proxy asks whether somebody may read a recording's file: the cookie and the path are named by BENCH_COOKIE and BENCH_ORIGINAL_URL.
wrk.headers["Cookie"] = os.getenv("BENCH_COOKIE")
wrk.headers["X-Original-URL"] = os.getenv("BENCH_ORIGINAL_URL")
