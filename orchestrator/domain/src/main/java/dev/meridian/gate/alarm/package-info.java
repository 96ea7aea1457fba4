/**
 * Alarms: what another system has found, and tells.
 *
 * <p>An alarm gate names an alert of Alertmanager; {@link dev.meridian.gate.alarm.AlertsReader}
 * reads what Alertmanager posts. An alert belongs to a region when it carries the metric labels of
 * the service's presence there. It counts against a release only when it began after the release
 * touched the region and fires in no region that the release has not touched: everything else is
 * somebody else's trouble, and noted.
 */
@NullMarked
package dev.meridian.gate.alarm;

import org.jspecify.annotations.NullMarked;
