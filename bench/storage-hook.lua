-- Tells as MinIO does that the file of a recording was written, once for each of BENCH_RECORDINGS: every run takes the next third, counted in the file
-- BENCH_RUNS, and the threads of a run share it out among them.
local threads = 0
local runs
function setup(thread)
  if runs == nil then
    local file = io.open(os.getenv("BENCH_RUNS"), "a+")
    runs = file:seek("end")
    file:write("x")
    file:close()
  end
  thread:set("first", threads + runs * math.floor(tonumber(os.getenv("BENCH_RECORDINGS")) / 3))
  threads = threads + 1
end

local notice = '{"EventName":"s3:ObjectCreated:CompleteMultipartUpload","Key":"meet-media-storage/recordings/ID.mp4","Records":[{"eventVersion":"2.0",'
  .. '"eventSource":"minio:s3","eventName":"s3:ObjectCreated:CompleteMultipartUpload","s3":{"bucket":{"name":"meet-media-storage"},'
  .. '"object":{"key":"recordings%2FID.mp4","size":1073741824,"eTag":"0","contentType":"video/mp4"}}}]}'
local headers = { Authorization = "Bearer bench", ["Content-Type"] = "application/json" }

function request()
  first = first + 2
  local id = string.format("00000000-0000-4000-8000-2%011d", first)
  local body = notice:gsub("ID", id)
  return wrk.format("POST", nil, headers, body)
end
