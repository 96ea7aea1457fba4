package dev.meridian.sandbox.prometheus;

import java.util.List;
import java.util.stream.Stream;

/** What both are asked. */
final class ContractQueries {
  private static final String SEOUL = "{region=\"ap-northeast-2\"}";

  private ContractQueries() {}

  static List<String> all() {
    return Stream.of(selected(), aggregated(), calculated(), joined(), odd())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> selected() {
    return List.of(
        "http_requests_total" + SEOUL,
        "http_requests_total{code=~\"5..\"}",
        "http_requests_total{code!~\"5..\",region!=\"sa-east-1\"}",
        "{__name__=~\"http_requests_.*\",code=\"404\"}",
        "http_requests_total{code=\"500\"} offset 5m",
        "http_requests_total{code=\"500\"} offset -3m",
        "http_requests_total{revision=\"\"}",
        "rate(http_requests_total[5m])",
        "rate(http_requests_total[40s] offset 10m)",
        "increase(http_requests_total[2m])",
        "irate(http_requests_total[1m])",
        "delta(process_resident_memory_bytes[10m])");
  }

  private static List<String> aggregated() {
    return List.of(
        "sum(rate(http_requests_total[5m]))",
        "sum by (region) (rate(http_requests_total[5m]))",
        "sum(rate(http_requests_total{code=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m]))",
        "sum without (code, revision) (increase(http_requests_total[5m]))",
        "max(process_resident_memory_bytes" + SEOUL + ")",
        "max by (region, revision) (process_resident_memory_bytes)",
        "min by (region) (process_resident_memory_bytes)",
        "avg(rate(process_cpu_seconds_total[5m]))",
        "count by (region) (process_cpu_seconds_total)",
        "count(up == 1)");
  }

  private static List<String> calculated() {
    return List.of(
        "up * 2 - 3",
        "2 ^ 3 ^ 2 + 10 % 4",
        "-2 ^ 2",
        "-up + 1",
        "(1 + 2) * 3 > bool 4",
        "http_requests_total > 1000",
        "1000 < bool http_requests_total",
        "1000 < http_requests_total");
  }

  private static List<String> joined() {
    return List.of(
        "rate(http_requests_total{code=\"500\"}[5m]) / ignoring(code)"
            + " rate(http_requests_total{code=\"200\"}[5m])",
        "rate(http_requests_total{code=\"500\"}[5m]) / on(region, revision)"
            + " rate(http_requests_total{code=\"200\"}[5m])",
        "http_requests_total{code=\"500\"} > ignoring(code) http_requests_total{code=\"404\"}",
        "http_requests_total and http_requests_total" + SEOUL,
        "http_requests_total unless http_requests_total" + SEOUL,
        "up or process_resident_memory_bytes",
        "up and on(region) http_requests_total{code=\"200\"}",
        "histogram_quantile(0.99, rate(http_request_duration_seconds_bucket[5m]))",
        "histogram_quantile(0.5, sum by (le, region)"
            + " (rate(http_request_duration_seconds_bucket[5m])))",
        "histogram_quantile(1, sum by (le) (http_request_duration_seconds_bucket))",
        "histogram_quantile(0.9, broken_bucket)",
        "histogram_quantile(2, broken_bucket)");
  }

  private static List<String> odd() {
    return List.of(
        "max_over_time(process_resident_memory_bytes[10m])",
        "min_over_time(odd[2m])",
        "max_over_time(odd[2m])",
        "avg_over_time(up[3m])",
        "sum_over_time(jumpy_total[2m])",
        "count_over_time(jumpy_total[2m])",
        "last_over_time(jumpy_total[2m])",
        "rate(jumpy_total[2m])",
        "increase(jumpy_total[5m])",
        "irate(jumpy_total[2m])",
        "delta(jumpy_total[2m])",
        "rate(lonely[5m])",
        "lonely",
        "lonely * 1e3",
        "odd",
        "odd / 0",
        "sum(odd)",
        "min(odd)",
        "max by (a) (odd)",
        "avg(odd)",
        "abs(lonely)",
        "clamp_min(jumpy_total, 5)",
        "clamp_max(jumpy_total, 5)",
        "scalar(sum(up)) + 1",
        "vector(1)",
        "time()",
        "nothing_here",
        "sum(nothing_here)",
        "0x1F + 1e-3 + .5 + Inf",
        "up # and a comment",
        "http_requests_total" + SEOUL + " + http_requests_total",
        "sum(up) by (service)");
  }

  static List<String> printable() {
    return List.of(
        "up",
        "up{b=\"2\",a='1'}",
        "{__name__=~\"a.*\"}",
        "up{a=\"quo\\\"ted\"}",
        "rate(up[90s])",
        "rate(up[1d] offset 1w)",
        "up offset -5m",
        "up[3h]",
        "sum(up) by (b, a)",
        "sum without(a)(up)",
        "sum(up)",
        "1+2*3",
        "a/on(x)b",
        "a / ignoring( x,y ) b",
        "a > bool 1",
        "a and b",
        "-a",
        "-1",
        "(a)",
        "histogram_quantile(.9,up)",
        "time()",
        "1e6",
        "0.00001",
        "0.000123",
        "1234567.5",
        "123456",
        "-1e21",
        "Inf",
        "\"text\"");
  }

  static List<String> wrong() {
    return List.of(
        "",
        "up{",
        "up{a}",
        "up{a=1}",
        "up[5m",
        "up[5]",
        "up[0s]",
        "{}",
        "{a=~\".*\"}",
        "up{a=~\"(\"}",
        "rate(up)",
        "rate(up[5m], 1)",
        "sum(up[5m])",
        "nonsense(up)",
        "up +",
        "1 > 2",
        "1 and up",
        "up + bool up",
        "up[5m] + 1",
        "rate(rate(up[5m])[5m])",
        "up)",
        "(up",
        "up offset",
        "'unterminated",
        "up offset 5m offset 5m",
        "up{__name__=\"down\"}",
        "sum by (a (up)",
        "5m",
        "up ~ 1",
        "-\"text\"",
        "odd{a=\"1\"} + ignoring(a) odd",
        "jumpy_total * ignoring(a) lonely");
  }

  static List<String> requests() {
    return List.of(
        "/api/v1/query?query=up&time=tomorrow",
        "/api/v1/query?query=up%5B1m%5D&time=BASE",
        "/api/v1/query?query=jumpy_total%5B2m%5D&time=BASE.5",
        "/api/v1/query?query=%22text%22&time=BASE",
        "/api/v1/query?query=up&time=2026-03-01T01:00:30Z",
        "/api/v1/query_range?query=up&start=BASE&end=BASE&step=0",
        "/api/v1/query_range?query=up&start=BASE&end=1&step=15",
        "/api/v1/query_range?query=up&start=BASE&step=15",
        "/api/v1/query_range?query=up&start=1&end=BASE&step=1",
        "/api/v1/query_range?query=up%5B1m%5D&start=BASE&end=BASE&step=15",
        "/api/v1/query_range?query=up&start=BASE&end=BASE&step=many",
        "/api/v1/series?match[]=lonely",
        "/api/v1/series?match[]=odd%7Ba=%221%22%7D",
        "/api/v1/series",
        "/api/v1/series?match[]=up%5B5m%5D",
        "/api/v1/labels",
        "/api/v1/label/region/values",
        "/api/v1/label/a/values?match[]=odd",
        "/api/v1/label/none/values");
  }
}
