package org.bihuan.catalogue.domain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The tables with what every company starts with; CSV with a header line, in UTF-8. */
final class StarterFile {
    private StarterFile() {}

    static <T> List<T> read(String name, Function<NamedCsvRecord, T> line) {
        try (InputStream file =
                        Objects.requireNonNull(StarterFile.class.getResourceAsStream("/catalogue/" + name), name);
                CsvReader<NamedCsvRecord> lines =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.stream().map(line).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
