# One Markdown table of the results of several sizes: awk -f table.awk size=10000 size=1000000, reading target/bench/SIZE/result.
BEGIN {
  FS = "\t"
  for (i = 1; i < ARGC; i++) {
    size = substr(ARGV[i], 6)
    sizes[i] = size
    file = "target/bench/" size "/result"
    while ((getline line < file) > 0) {
      n = split(line, part, FS)
      if (part[1] == "warm-up") continue
      if (!(part[1] in seen)) { seen[part[1]] = 1; order[++rows] = part[1] }
      if (n == 2) { value[part[1], size] = part[2]; continue }
      rate[part[1], size] = part[2]; p50[part[1], size] = part[3]; p95[part[1], size] = part[4]; p99[part[1], size] = part[5]; errors[part[1], size] = part[6]
    }
    close(file)
  }
  count = ARGC - 1
  first = sizes[1]; last = sizes[count]
  head = "| Work orders"; rule = "|---"
  for (i = 1; i <= count; i++) { head = head " | " thousands(sizes[i]); rule = rule "|---" }
  if (count > 1) { head = head " | p95 grows"; rule = rule "|---" }
  print head " |"; print rule "|"
  for (r = 1; r <= rows; r++) {
    name = order[r]; row = "| " name
    for (i = 1; i <= count; i++) row = row " | " cell(name, sizes[i])
    if (count > 1) row = row " | " ((name, first) in p95 && p95[name, first] > 0 ? sprintf("× %.1f", p95[name, last] / p95[name, first]) : "")
    print row " |"
    if (name == "the same statements in pgbench") ratio("**created, of pgbench's rate**", "create a work order", name)
    if (name == "the same rows by pgbench") ratio("**read, of pgbench's rate**", "read a work order", name)
  }
  print ""
  print "Requests a second, then milliseconds at the median / p95 / p99, with 8 connections; pgbench with 8 clients. Memory in MB, start in seconds."
}
function cell(name, size) {
  if ((name, size) in value) return value[name, size]
  if (!((name, size) in rate)) return ""
  return sprintf("%.0f/s, %.0f / %.0f / %.0f%s", rate[name, size], p50[name, size], p95[name, size], p99[name, size],
    errors[name, size] > 0 ? ", " errors[name, size] " refused" : "")
}
function ratio(name, ours, theirs,   row, i) {
  row = "| " name
  for (i = 1; i <= count; i++) row = row " | " (rate[theirs, sizes[i]] > 0 ? sprintf("**%.2f**", rate[ours, sizes[i]] / rate[theirs, sizes[i]]) : "")
  print row (count > 1 ? " | " : "") " |"
}
function thousands(n) { while (n ~ /[0-9][0-9][0-9][0-9]/) n = gensub_(n); return n }
function gensub_(n) { return match(n, /[0-9][0-9][0-9](,|$)/) ? substr(n, 1, RSTART - 1) "," substr(n, RSTART) : n }
