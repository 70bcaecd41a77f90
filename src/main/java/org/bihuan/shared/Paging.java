package org.bihuan.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keyset paging. A cursor holds the sort keys of the last row of a page and is signed together with the company, the path
 * and the filter, so it is stable under inserts and worthless anywhere else.
 */
@ApplicationScoped
public class Paging {
    private static final Set<String> NOT_THE_FILTER = Set.of("cursor", "limit", "withTotal");
    private static final int SIGNATURE_BYTES = 16;
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};

    private final InstallationSecret secret;
    private final CurrentTenant tenant;
    private final UriInfo uri;
    private final ObjectMapper json;

    Paging(InstallationSecret secret, CurrentTenant tenant, UriInfo uri, ObjectMapper json) {
        this.secret = secret;
        this.tenant = tenant;
        this.uri = uri;
        this.json = json;
    }

    /** The sort keys of the last row of the page before. */
    public record Position(List<String> keys) {
        public UUID id(int index) {
            return UUID.fromString(keys.get(index));
        }

        public Instant instant(int index) {
            return Instant.parse(keys.get(index));
        }

        public String text(int index) {
            return keys.get(index);
        }
    }

    /**
     * @return where to go on, null for the first page
     * @throws InvalidInput when the cursor is not one that this very list gave
     */
    public @Nullable Position after(PageQuery page) {
        if (page.cursor == null) {
            if (uri.getQueryParameters().containsKey("cursor")) {
                throw foreign(); // an empty one would begin again, and a client would never come to the end
            }
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(page.cursor);
            byte[] keys = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
            if (!MessageDigest.isEqual(sign(keys), Arrays.copyOf(bytes, SIGNATURE_BYTES))) {
                throw foreign();
            }
            return new Position(json.readValue(keys, KEYS));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | java.io.IOException e) {
            throw foreign();
        }
    }

    /**
     * Cuts one page.
     *
     * @param rows up to one row more than the page holds, in order, so that a further page is known without counting
     * @param keysOf the sort keys of a row, the unique one last
     * @param total counts all rows, only called when the caller asked for it
     */
    public <T> Listing<T> page(PageQuery page, List<T> rows, Function<T, List<?>> keysOf, LongSupplier total) {
        boolean more = rows.size() > page.size();
        List<T> items = more ? rows.subList(0, page.size()) : rows;
        String next = more ? encode(keysOf.apply(items.getLast())) : null;
        return new Listing<>(List.copyOf(items), next, page.withTotal ? total.getAsLong() : null);
    }

    /** Reads rows of a list in the order of their ids. */
    @FunctionalInterface
    public interface RowsById<T> {
        /** @param last the id that the page before ended with, null for the first page */
        List<T> read(@Nullable UUID last, int most);
    }

    /**
     * A page of a list in the order of its ids, which is the order of creation, or the other way round.
     *
     * @param total counts all rows, only called when the caller asked for it
     */
    public <T> Listing<T> byId(PageQuery page, RowsById<T> rows, Function<T, ?> id, LongSupplier total) {
        Position after = after(page);
        List<T> read = rows.read(after == null ? null : after.id(0), page.size() + 1);
        return page(page, read, row -> List.of(id.apply(row)), total);
    }

    private String encode(List<?> keys) {
        try {
            byte[] text =
                    json.writeValueAsBytes(keys.stream().map(Object::toString).toList());
            byte[] signature = sign(text);
            byte[] cursor = Arrays.copyOf(signature, signature.length + text.length);
            System.arraycopy(text, 0, cursor, signature.length, text.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sign(byte[] keys) {
        var filter = new TreeMap<>(uri.getQueryParameters());
        filter.keySet().removeAll(NOT_THE_FILTER);
        String bound = tenant.id() + " " + uri.getPath() + " " + filter + " ";
        return Arrays.copyOf(secret.hmac("cursor", bound.getBytes(StandardCharsets.UTF_8), keys), SIGNATURE_BYTES);
    }

    private static InvalidInput foreign() {
        return InvalidInput.malformed("?cursor", "CURSOR_NOT_FROM_THIS_LIST");
    }
}
