-- The log of a floor: keeping entries in order, and nothing about what they mean.
--
-- Redis does not take back what a failed script wrote: everything is checked before the first write.
-- A head is the hash {epoch, seq, tag, origin, base, speed, reader, snap, sealed}, in this order.
-- An entry is {e epoch t tag b body} in the stream, under the id `seq-0`.

local function head_of(key)
  local h = redis.call('HMGET', key, 'epoch', 'seq', 'tag', 'origin', 'base', 'speed', 'reader', 'snap', 'sealed')
  if not h[1] then
    return nil
  end
  return h
end

local function on_history(log, seq, tag)
  if seq == '0' then
    return tag == '0'
  end
  local found = redis.call('XRANGE', log, seq .. '-0', seq .. '-0')
  return #found == 1 and found[1][2][4] == tag
end

-- The stream ends where the head says: otherwise a file was damaged, and nothing is written on top.
local function check_top(log, h)
  local top = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
  if #top == 1 and top[1][1] == h[2] .. '-0' and top[1][2][4] == h[3] then
    return nil
  end
  return redis.error_reply('TORN the stream does not end at the head ' .. h[2])
end

local function after(word, log, h, seq, tag, count)
  if not on_history(log, seq, tag) then
    return {'elsewhere', h}
  end
  return {word, h, redis.call('XRANGE', log, '(' .. seq .. '-0', '+', 'COUNT', count)}
end

local function is_at(h, epoch, seq, tag)
  return h[1] == epoch and h[2] == seq and h[3] == tag
end

local function now_ms()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- What followers are told: the place before, the head, and the entries if they are not too long.
local function ring(channel, before, h, bodies, doorbell_max)
  local line = table.concat(before, ' ') .. ' ' .. table.concat(h, ' ') .. '\n'
  local parts = {line}
  local bytes = 0
  for i = 1, #bodies, 2 do
    bytes = bytes + #bodies[i + 1]
    parts[#parts + 1] = #bodies[i + 1] .. ' ' .. bodies[i] .. '\n'
    parts[#parts + 1] = bodies[i + 1]
  end
  if bytes > tonumber(doorbell_max) then
    redis.call('PUBLISH', channel, line)
  else
    redis.call('PUBLISH', channel, table.concat(parts))
  end
end

-- KEYS log head days   ARGV tag body origin base speed reader date channel doorbell_max
local function open(KEYS, ARGV)
  local h = head_of(KEYS[2])
  if h then
    return {'stands', h}
  end
  if redis.call('EXISTS', KEYS[1]) == 1 then
    return redis.error_reply('TORN there is a stream without a head')
  end
  redis.call('XADD', KEYS[1], '1-0', 'e', '1', 't', ARGV[1], 'b', ARGV[2])
  redis.call('HSET', KEYS[2], 'epoch', '1', 'seq', '1', 'tag', ARGV[1], 'origin', ARGV[3],
    'base', ARGV[4], 'speed', ARGV[5], 'reader', ARGV[6], 'snap', '0', 'sealed', '0')
  redis.call('SADD', KEYS[3], ARGV[7])
  h = head_of(KEYS[2])
  ring(ARGV[8], {'1', '0', '0'}, h, {ARGV[1], ARGV[2]}, ARGV[9])
  return {'stands', h}
end

-- KEYS log head days carry snap
-- ARGV 1 epoch 2 seq 3 tag (all expected) 4 new epoch 5 last stamp 6 lead allowed 7 channel
--   8 doorbell_max 9 entries of a conflict 10 origin 11 base 12 speed (empty: as before) 13 carry
--   (empty: stays open) 14 date 15 seconds kept once sealed 16... tag, body, tag, body
local function append(KEYS, ARGV)
  local h = head_of(KEYS[2])
  if not h then
    return {'missing'}
  end
  if not is_at(h, ARGV[1], ARGV[2], ARGV[3]) then
    return after('conflict', KEYS[1], h, ARGV[2], ARGV[3], ARGV[9])
  end
  local torn = check_top(KEYS[1], h)
  if torn then
    return torn
  end
  if h[9] == '1' then
    return {'sealed', h}
  end
  local now = now_ms()
  local speed = tonumber(h[6])
  local reckoned = tonumber(h[5]) + (now - tonumber(h[4])) * speed
  if tonumber(ARGV[5]) - reckoned > tonumber(ARGV[6]) * math.max(1, speed) then
    return {'ahead', h, string.format('%.0f', now)}
  end
  local bodies = {}
  local seq = tonumber(ARGV[2])
  for i = 16, #ARGV, 2 do
    seq = seq + 1
    redis.call('XADD', KEYS[1], string.format('%.0f-0', seq), 'e', ARGV[4], 't', ARGV[i], 'b', ARGV[i + 1])
    bodies[#bodies + 1] = ARGV[i]
    bodies[#bodies + 1] = ARGV[i + 1]
  end
  local before = {h[1], h[2], h[3]}
  redis.call('HSET', KEYS[2], 'epoch', ARGV[4], 'seq', string.format('%.0f', seq), 'tag', bodies[#bodies - 1])
  if ARGV[12] ~= '' then
    redis.call('HSET', KEYS[2], 'origin', ARGV[10], 'base', ARGV[11], 'speed', ARGV[12])
  end
  if ARGV[13] ~= '' then
    redis.call('HSET', KEYS[2], 'sealed', '1')
    redis.call('SET', KEYS[4], ARGV[13])
    redis.call('SREM', KEYS[3], ARGV[14])
    redis.call('EXPIRE', KEYS[1], ARGV[15])
    redis.call('EXPIRE', KEYS[2], ARGV[15])
    redis.call('EXPIRE', KEYS[5], ARGV[15])
  end
  h = head_of(KEYS[2])
  ring(ARGV[7], before, h, bodies, ARGV[8])
  return {'stands', h}
end

-- KEYS log head   ARGV epoch seq tag count
local function confirm(KEYS, ARGV)
  local h = head_of(KEYS[2])
  if not h then
    return {'missing'}
  end
  if not is_at(h, ARGV[1], ARGV[2], ARGV[3]) then
    return after('conflict', KEYS[1], h, ARGV[2], ARGV[3], ARGV[4])
  end
  return check_top(KEYS[1], h) or {'stands', h}
end

-- KEYS log head   ARGV seq tag count
local function read(KEYS, ARGV)
  local h = head_of(KEYS[2])
  if not h then
    return {'missing'}
  end
  return after('after', KEYS[1], h, ARGV[1], ARGV[2], ARGV[3])
end

-- KEYS log head snap   ARGV seq tag content
local function keep(KEYS, ARGV)
  local h = head_of(KEYS[2])
  if not h or tonumber(h[8]) >= tonumber(ARGV[1]) or not on_history(KEYS[1], ARGV[1], ARGV[2]) then
    return {'no'}
  end
  redis.call('HSET', KEYS[3], 'seq', ARGV[1], 'tag', ARGV[2], 'content', ARGV[3])
  redis.call('HSET', KEYS[2], 'snap', ARGV[1])
  if h[9] == '1' then
    redis.call('EXPIRE', KEYS[3], redis.call('TTL', KEYS[2]))
  end
  return {'yes'}
end

-- KEYS log snap
local function kept(KEYS, ARGV)
  local snap = redis.call('HMGET', KEYS[2], 'seq', 'tag', 'content')
  if not snap[1] or not on_history(KEYS[1], snap[1], snap[2]) then
    return {'no'}
  end
  return {'yes', snap[3]}
end
