-- Sends each line of the file named by BENCH_EVENTS once: a token and the event it signs. Threads share the lines out among them; when all are sent they begin
-- again, and the server knows the events.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init()
  events = {}
  local n = 0
  for line in io.lines(os.getenv("BENCH_EVENTS")) do
    if n % 2 == number then
      local token, body = line:match("^(%S+)\t(.*)$")
      events[#events + 1] = wrk.format("POST", nil, { Authorization = token, ["Content-Type"] = "application/webhook+json" }, body)
    end
    n = n + 1
  end
  at = 0
end

function request()
  at = at % #events + 1
  return events[at]
end
