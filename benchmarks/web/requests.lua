-- Reads requests from a file, one per line: method, path, cookies and body, with tabs between; sends them in turn.
-- Says that it takes compressed pages, as every browser does: what compressing costs us is in the figures.
local sent, place = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local method, path, cookies, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = { ["Cookie"] = cookies, ["Accept-Encoding"] = "gzip, deflate, br" }
    if method == "POST" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
    sent[#sent + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  place = place % #sent + 1
  return sent[place]
end
