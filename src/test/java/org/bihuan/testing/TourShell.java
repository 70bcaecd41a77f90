package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As much of a shell as the tour in README.md needs, so that neither a shell nor curl nor jq must be there to test it:
 * {@code NAME=value}, quotes, {@code $NAME}, {@code $(…)} and pipes of {@code curl}, {@code jq -r .path} and {@code tee}.
 * Requests go to the application under test, whichever host they name.
 */
public final class TourShell {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final Map<String, String> fixed;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private String answer = "";

    /** @param fixed variables that keep their value, whatever the tour says */
    public TourShell(String base, Map<String, String> fixed) {
        this.base = base;
        this.fixed = Map.copyOf(fixed);
    }

    /** Runs the lines one after the other. @return the body that the last request was answered with */
    public String run(String script) {
        ShellWords words = new ShellWords(script, this::variable, this::pipe);
        while (words.hasNext()) {
            pipe(words.nextPipe());
        }
        return answer;
    }

    private String variable(String name) {
        return Objects.requireNonNull(fixed.getOrDefault(name, variables.get(name)), "nothing has set $" + name);
    }

    private String pipe(List<List<String>> commands) {
        String output = "";
        for (List<String> command : commands) {
            output = command(command, output);
        }
        return output;
    }

    private String command(List<String> words, String input) {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "curl" -> curl(arguments);
            case "jq" -> jq(arguments, input);
            case "tee" -> tee(arguments, input);
            default -> assign(words);
        };
    }

    private String assign(List<String> words) {
        String[] parts = words.getFirst().split("=", 2);
        if (words.size() != 1 || parts.length != 2 || !parts[0].matches("[A-Z_]+")) {
            throw new IllegalArgumentException("the tour's shell does not know " + words);
        }
        variables.put(parts[0], parts[1]);
        return "";
    }

    private String tee(List<String> arguments, String input) {
        files.put(arguments.getFirst(), input);
        return input;
    }

    private String jq(List<String> arguments, String input) {
        if (!arguments.getFirst().equals("-r")) {
            throw new IllegalArgumentException("jq without -r");
        }
        String pointer = arguments.get(1).replaceAll("\\[(\\d+)]", ".$1").replaceAll("\\.+", "/");
        String json = arguments.size() > 2 ? files.get(arguments.get(2)) : input;
        try {
            return JSON.readTree(json).requiredAt(pointer).asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(json, e);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("no " + pointer + " in " + json, e);
        }
    }

    private String curl(List<String> arguments) {
        Map<String, String> headers = new HashMap<>();
        List<String> urls = new ArrayList<>();
        String body = null;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "-s" -> {}
                case "-H" -> {
                    String[] header = arguments.get(++i).split(": ", 2);
                    headers.put(header[0], header[1]);
                }
                case "-d", "--data-binary" -> body = arguments.get(++i);
                default -> urls.add(arguments.get(i));
            }
        }
        return send(headers, urls, body);
    }

    private String send(Map<String, String> headers, List<String> urls, @Nullable String body) {
        if (urls.size() != 1 || !urls.getFirst().matches("https?://[^/]+/api/v1/.*")) {
            throw new IllegalArgumentException("not the address of one request: " + urls);
        }
        String path = urls.getFirst().replaceFirst("https?://[^/]+/api/v1", "");
        String method = body == null ? "GET" : "POST";
        answer = new Api(base, headers).send(method, path, body, null).raw();
        return answer;
    }
}
