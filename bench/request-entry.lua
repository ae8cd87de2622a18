-- 400 people wait at one door and ask as often as they can; each has a cookie of their own.
local threads = 0
function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init()
  people = {}
  for i = 1, 200 do
    local cookie = string.format("lobbyParticipantId=00000000-0000-4000-8000-%012x", number * 1000 + i)
    people[i] = wrk.format("POST", nil, { Cookie = cookie, ["Content-Type"] = "application/json" }, '{"username":"Somebody who waits"}')
  end
  at = 0
end

function request()
  at = at % #people + 1
  return people[at]
end
