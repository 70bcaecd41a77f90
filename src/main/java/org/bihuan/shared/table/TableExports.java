package org.bihuan.shared.table;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.ExportFile;
import org.bihuan.shared.ExportQuery;
import org.bihuan.shared.ExportTable;
import org.bihuan.shared.Exports;
import org.bihuan.shared.Language;
import org.bihuan.shared.Requester;
import org.bihuan.shared.Snapshot;
import org.bihuan.shared.Unavailable;
import org.jboss.logging.Logger;

/** Writes exports while they are read: in one state of the database, a thousand rows in memory at a time. */
@ApplicationScoped
class TableExports implements Exports {
    private static final Logger LOG = Logger.getLogger(TableExports.class);
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

    /** The transaction ends later than the connection is cut, so that it is never what ends first. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final RunningExports running;
    private final ExportSettings settings;
    private final Snapshot snapshot;
    private final CurrentLanguage language;
    private final CurrentTenant tenant;
    private final CurrentVertxRequest request;
    private final Requester requester;
    private final HttpHeaders headers;
    private final Clock clock;

    TableExports(
            RunningExports running,
            ExportSettings settings,
            Snapshot snapshot,
            CurrentLanguage language,
            CurrentTenant tenant,
            CurrentVertxRequest request,
            Requester requester,
            HttpHeaders headers,
            Clock clock) {
        this.running = running;
        this.settings = settings;
        this.snapshot = snapshot;
        this.language = language;
        this.tenant = tenant;
        this.request = request;
        this.requester = requester;
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public <R> Response answer(ExportQuery wanted, ExportTable<R> table) {
        TableFile<R> file = new TableFile<>(table, wanted, language.get());
        return answer(file.format(), new Name(table.name(), file.title(), file.zone()), use -> use.accept(file));
    }

    @Override
    public Response answer(ExportQuery wanted, String name, ZoneId zone, Reading reading) {
        Language words = language.get();
        TableFormat format = TableFormat.named(wanted.format);
        Name named = new Name(name, name, TableFile.zone(wanted, zone));
        return answer(format, named, use -> reading.read(table -> use.accept(new TableFile<>(table, wanted, words))));
    }

    /** What a file is called: in plain letters, and as its reader says it. */
    private record Name(String plain, String title, ZoneId zone) {}

    /** Gives what is to be written when it can be read. */
    @FunctionalInterface
    private interface Opening {
        void open(Consumer<TableFile<?>> use);
    }

    private Response answer(TableFormat format, Name name, Opening opening) {
        requireAccepted(format);
        HttpServerResponse response = request.getCurrent().response();
        ExportFile body = new ExportFile(out -> write(opening, name.plain(), out, response));
        return Response.ok(body)
                .type(format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, format))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no") // nginx would keep it back
                .build();
    }

    /** The framework looks at it only where an answer has one type. @throws NotAcceptableException */
    private void requireAccepted(TableFormat format) {
        MediaType type = MediaType.valueOf(format.mediaType());
        if (headers.getAcceptableMediaTypes().stream().noneMatch(accepted -> accepted.isCompatible(type))) {
            throw new NotAcceptableException();
        }
    }

    /** With a name in the caller's language, and a plain one for who cannot read that (RFC 6266). */
    private String disposition(Name name, TableFormat format) {
        String end = "-" + NOW.withZone(name.zone()).format(clock.instant()) + "." + format.extension();
        String encoded =
                URLEncoder.encode(name.title() + end, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + name.plain() + end + "\"; filename*=UTF-8''" + encoded;
    }

    private void write(Opening opening, String list, OutputStream out, HttpServerResponse response) {
        RunningExport export = running.begin(tenant.id(), response);
        try {
            snapshot.read(settings.longest().plus(GRACE), () -> {
                opening.open(file -> tell(list, export, copy(file, export.watched(out))));
                return list;
            });
        } catch (RuntimeException e) {
            throw broken(list, export, e);
        } finally {
            running.end(export);
        }
    }

    private <R> String copy(TableFile<R> file, OutputStream out) {
        try {
            // What cannot be read at all is refused in words, and nothing of a file has been sent.
            List<R> rows = file.nextRows();
            TableWriter writer = file.writer(out);
            writer.begin();
            long count = 0;
            while (!rows.isEmpty()) {
                file.write(rows, writer);
                writer.flush();
                count += rows.size();
                snapshot.forgetWhatWasRead();
                rows = file.nextRows();
            }
            writer.finish();
            return count + " rows as " + file.format() + ", columns " + file.columnKeys();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has been sent cannot be taken back; the connection is cut, and that is what tells the client. */
    private RuntimeException broken(String list, RunningExport export, RuntimeException e) {
        if (!export.hasBegunToAnswer()) {
            return e;
        }
        boolean readersDoing = export.isCutOff() || e instanceof UncheckedIOException;
        tell(list, export, (readersDoing ? "not read to its end: " : "broken: ") + e.getMessage());
        if (!readersDoing) {
            LOG.error("An export broke", e);
        }
        try {
            export.cutOffNow();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Unavailable();
    }

    /** Who took what home, without whom it tells of. */
    private void tell(String list, RunningExport export, String end) {
        LOG.infof(
                "Export of %s by %s of %s: %s; %d bytes, %d ms",
                list, requester.accountId(), tenant.id(), end, export.bytes(), export.milliseconds());
    }
}
