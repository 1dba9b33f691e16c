# Curves by R's survival of a file with id,h0,h1,d0,d1,from,to: Rscript bench/flow.R FILE day|half OUT. A line of JSON: seconds, peak megabytes, how it agrees with OUT.
suppressPackageStartupMessages(library(survival))
words <- commandArgs(trailingOnly = TRUE)
stays <- read.csv(words[1])
names <- c("year1", "year2", "year3", "year4", "switched", "dropout", "diploma", "hbo", "work")
stays$from <- factor(names[stays$from], levels = names)
stays$to <- factor(c("censor", names)[stays$to + 1], levels = c("censor", names))
stays$t0 <- if (words[2] == "day") stays$d0 else stays$h0
stays$t1 <- if (words[2] == "day") stays$d1 else stays$h1
cost <- system.time(fit <- survfit(Surv(t0, t1, to) ~ 1, id = id, istate = from, data = stays))
status <- readLines("/proc/self/status")
peak <- as.numeric(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", status, value = TRUE))) / 1024
agrees <- c(NA, NA)
if (length(words) > 2) {
  ours <- read.csv(words[3])
  at <- match(ours$time, fit$time)
  column <- match(names, fit$states)
  shares <- fit$pstate[at, column]
  variances <- fit$std.err[at, column]^2
  agrees <- c(max(abs(as.matrix(ours[paste0("p_", names)]) - shares)), max(abs(as.matrix(ours[paste0("se_", names)])^2 - variances) / (1e-14 + 1e-9 * variances)))
}
cat(gsub("NA", "null", sprintf('{"version":"%s","stays":%d,"moments":%d,"seconds":%.3f,"processor_seconds":%.3f,"megabytes":%.0f,"share_off":%.3g,"variance_of_allowed":%.3g}\n',
            as.character(packageVersion("survival")), nrow(stays), length(fit$time), cost[["elapsed"]], cost[["user.self"]] + cost[["sys.self"]], peak, agrees[1], agrees[2])))
