package org.bihuan.reporting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bihuan.reporting.domain.Period;
import org.bihuan.reporting.domain.Report;
import org.bihuan.reporting.domain.ReportQuery;
import org.jspecify.annotations.Nullable;

/**
 * Leads to the rows behind the figures of one line of a report.
 *
 * @param key of the group; null for all of them
 */
record RowsLink(
        Report report,
        ReportQuery query,
        @Nullable Period period,
        @Nullable String key) {
    String of(String figure) {
        StringBuilder link = new StringBuilder("/api/v1/reports/" + report.name() + "/rows?figure=" + figure);
        if (query.communityId != null) {
            link.append("&communityId=").append(query.communityId);
        }
        if (period != null) {
            link.append("&from=").append(period.from()).append("&to=").append(period.to());
        }
        if (key != null) {
            link.append("&groupBy=").append(query.groupBy).append("&key=");
            link.append(URLEncoder.encode(key, StandardCharsets.UTF_8));
        }
        return link.toString();
    }

    RowsLink before() {
        return new RowsLink(report, query, period == null ? null : period.before(), key);
    }
}
