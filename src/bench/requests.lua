-- Sends the requests of a file, over and over, with one token. Each line: method, path, If-Match or -, body or -; tab between them.
-- Environment: REQUESTS (the file), TOKEN, RESULT (where to add the figures), NAME.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init()
  local headers = { ["Authorization"] = "Bearer " .. os.getenv("TOKEN"), ["Content-Type"] = "application/json" }
  prepared = {}
  for line in io.lines(os.getenv("REQUESTS")) do
    local method, path, version, body = line:match("^(%S+)\t(%S+)\t(%S+)\t(.*)$")
    headers["If-Match"] = version ~= "-" and version or nil
    prepared[#prepared + 1] = wrk.format(method, path, headers, body ~= "-" and body or nil)
  end
  -- Each thread begins elsewhere and takes every other one, so that no two send the same.
  position = number
end

function request()
  local next = prepared[position % #prepared + 1]
  position = position + 2
  return next
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  local errors = summary.errors
  local out = io.open(os.getenv("RESULT"), "a")
  out:write(string.format("%s\t%.1f\t%.1f\t%.1f\t%.1f\t%d\n", os.getenv("NAME"), summary.requests / seconds, latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency:percentile(99) / 1000, errors.status + errors.read + errors.write + errors.connect + errors.timeout))
  out:close()
end
