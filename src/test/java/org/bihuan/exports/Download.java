package org.bihuan.exports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.testing.Api;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file as it comes: nothing of it is kept but what the test keeps. */
record Download(HttpResponse<InputStream> response, InputStream body, Duration firstByte) implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static Download of(Api as, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(as.base() + "/api/v1" + path)).timeout(Duration.ofMinutes(2));
        as.headers().forEach(request::setHeader);
        long asked = System.nanoTime();
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + " "
                        + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            PushbackInputStream body = new PushbackInputStream(response.body());
            body.unread(body.read());
            return new Download(response, body, Duration.ofNanos(System.nanoTime() - asked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    byte[] bytes() {
        try (body) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            body.transferTo(all);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By commons-csv, which the application does not use. */
    static List<CSVRecord> csv(byte[] file) {
        try (CSVParser parser = csv(new ByteArrayInputStream(file))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CSVParser csv(InputStream file) throws IOException {
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
        if (text.read() != '\ufeff') {
            throw new AssertionError("no byte order mark");
        }
        return CSV.parse(text);
    }

    static List<Row> xlsx(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
