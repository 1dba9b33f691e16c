# R's own answer for bench/persons.mjs, a file of one fold: Rscript bench/persons.R IN.csv OUT.csv
# One period: nnet::multinom. Several: glm for who withdraws in each period, and glm for who fails of those still there in the last one.
suppressMessages(library(nnet))
files <- commandArgs(TRUE)
people <- read.csv(files[1], stringsAsFactors = TRUE)
people$programme <- factor(people$programme)
inputs <- setdiff(names(people), c("row", "use", "enter", "leave", "outcome"))
learned <- people$use == "learned"
for (name in inputs) if (is.numeric(people[[name]])) {
  mean <- mean(people[[name]][learned], na.rm = TRUE)
  people[[name]][is.na(people[[name]])] <- mean
  people[[name]] <- (people[[name]] - mean) / sd(people[[name]][learned])
}
seen <- levels(droplevels(people$programme[learned]))
tested <- people[people$use == "tested" & people$programme %in% seen, ]
learn <- droplevels(people[learned, ])
known <- rep(TRUE, nrow(tested))  # a category that was not learned has no coefficient
for (name in inputs) if (is.factor(learn[[name]])) known <- known & tested[[name]] %in% levels(learn[[name]])
tested <- tested[known, ]
about <- paste(inputs, collapse = " + ")
if (max(people$leave) == 1) {
  fit <- multinom(as.formula(paste("factor(outcome) ~", about)), learn, maxit = 1000, trace = FALSE, MaxNWts = 10000)
  chances <- predict(fit, tested, type = "probs")
} else {
  periods <- max(people$leave)
  count <- learn$leave - learn$enter
  rows <- learn[rep(seq_len(nrow(learn)), count), ]
  rows$t <- rep(learn$enter, count) + sequence(count) - 1
  last <- rows$t + 1 == rows$leave
  rows$withdraws <- last & rows$outcome == 1
  rows$period <- factor(rows$t, levels = 0:(periods - 1))
  leaving <- glm(as.formula(paste("withdraws ~ period +", about)), binomial, rows)
  failing <- glm(as.formula(paste("I(outcome == 2) ~", about)), binomial, rows[rows$t == periods - 1 & !rows$withdraws, ])
  left <- 0; here <- 1
  for (t in 0:(periods - 1)) {
    tested$period <- factor(t, levels = 0:(periods - 1))
    goes <- predict(leaving, tested, type = "response")
    left <- left + here * goes; here <- here * (1 - goes)
  }
  fails <- here * predict(failing, tested, type = "response")
  chances <- cbind(here - fails, left, fails)
}
write.csv(data.frame(row = tested$row, chances), files[2], row.names = FALSE, quote = FALSE)
