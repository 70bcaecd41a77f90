package org.bihuan.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is too large or no address at all, before anything is done with it. The server underneath is set to take more
 * (application.properties), because its own refusals have no words.
 */
@ApplicationScoped
class RequestLimits {
    private static final long LARGEST_BODY = 2L * 1024 * 1024;

    /** A registry of 100,000 lines. */
    private static final long LARGEST_TABLE = 20L * 1024 * 1024;

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int SECOND = 999;
    private static final String NOT_PACKED = "identity";

    private final RawProblems problems;

    RequestLimits(RawProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    ProblemTable.Row refusal = refusal(request.request());
                    if (refusal == null) {
                        request.next();
                    } else {
                        refuse(refusal, request);
                    }
                },
                SECOND);
    }

    private static ProblemTable.@Nullable Row refusal(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) {
            return ProblemTable.ofStatus(414);
        }
        if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            return ProblemTable.ofStatus(431);
        }
        if (contentLength(request) > largestBody(request.getHeader("Content-Type"))) {
            return ProblemTable.ofStatus(413);
        }
        if (isPacked(request)) {
            return new ProblemTable.Row(415, "UNSUPPORTED_CONTENT_ENCODING");
        }
        return isAddress(request.uri()) ? null : ProblemTable.ofStatus(400);
    }

    private static boolean isPacked(HttpServerRequest request) {
        boolean hasBody = contentLength(request) > 0 || request.headers().contains("Transfer-Encoding");
        return hasBody
                && request.headers().getAll("Content-Encoding").stream()
                        .anyMatch(encoding -> !encoding.isBlank()
                                && !encoding.strip().toLowerCase(Locale.ROOT).equals(NOT_PACKED));
    }

    /** In bytes. Tables are imported as files, everything else comes from forms. */
    static long largestBody(@Nullable String contentType) {
        boolean table =
                contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/csv");
        return table ? LARGEST_TABLE : LARGEST_BODY;
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        long size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    /** Zero where it is not said; the body is then counted as it comes. */
    private static long contentLength(HttpServerRequest request) {
        String said = request.getHeader("Content-Length");
        try {
            return said == null ? 0 : Long.parseLong(said);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Percent signs must stand for bytes, and the bytes for characters. */
    private static boolean isAddress(String address) {
        try {
            URI uri = new URI(address);
            return isUtf8(uri.getRawPath()) && (uri.getRawQuery() == null || isUtf8(uri.getRawQuery()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isUtf8(String percentEncoded) {
        byte[] bytes =
                URLDecoder.decode(percentEncoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What is still being sent is thrown away, so that the client can finish and read the answer. */
    private void refuse(ProblemTable.Row refusal, RoutingContext request) {
        request.response().putHeader("Connection", "close");
        if (refusal.status() == 415) {
            request.response().putHeader("Accept-Encoding", NOT_PACKED); // RFC 9110, 12.5.3
        }
        problems.answer(refusal, request);
        if (!request.request().isEnded()) {
            request.request().resume();
        }
    }
}
