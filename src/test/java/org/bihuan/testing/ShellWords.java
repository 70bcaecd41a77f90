package org.bihuan.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Cuts a script into commands and words as a shell does, expanding variables and commands on the way. */
final class ShellWords {
    private final String script;
    private final UnaryOperator<String> variables;
    private final Function<List<List<String>>, String> commands;
    private int at;

    ShellWords(String script, UnaryOperator<String> variables, Function<List<List<String>>, String> commands) {
        this.script = script;
        this.variables = variables;
        this.commands = commands;
    }

    /** Whether a command is left; comments and empty lines are passed over. */
    boolean hasNext() {
        while (at < script.length()) {
            if (script.charAt(at) == '#') {
                at = script.indexOf('\n', at) < 0 ? script.length() : script.indexOf('\n', at);
            } else if (Character.isWhitespace(script.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Up to the end of the line, or to the parenthesis that closes a command inside another. */
    List<List<String>> nextPipe() {
        List<List<String>> pipe = new ArrayList<>(List.of(new ArrayList<>()));
        while (at < script.length() && script.charAt(at) != '\n' && script.charAt(at) != ')') {
            if (script.startsWith("\\\n", at)) {
                at += 2;
            } else if (script.charAt(at) == '|') {
                at++;
                pipe.add(new ArrayList<>());
            } else if (script.charAt(at) == ' ') {
                at++;
            } else {
                pipe.getLast().add(word());
            }
        }
        return pipe;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < script.length() && " \n|)\\".indexOf(script.charAt(at)) < 0) {
            switch (script.charAt(at)) {
                case '\'' -> word.append(upTo('\''));
                case '"' -> word.append(doubleQuoted());
                case '$' -> word.append(expansion());
                default -> word.append(script.charAt(at++));
            }
        }
        return word.toString();
    }

    private String upTo(char quote) {
        int end = script.indexOf(quote, at + 1);
        String inside = script.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private String doubleQuoted() {
        StringBuilder inside = new StringBuilder();
        at++;
        while (script.charAt(at) != '"') {
            if (script.charAt(at) == '$') {
                inside.append(expansion());
            } else {
                inside.append(script.charAt(at++));
            }
        }
        at++;
        return inside.toString();
    }

    private String expansion() {
        at++;
        if (script.charAt(at) == '(') {
            at++;
            String output = commands.apply(nextPipe());
            at++;
            return output;
        }
        int start = at;
        while (at < script.length() && Character.toString(script.charAt(at)).matches("[A-Z_]")) {
            at++;
        }
        return variables.apply(script.substring(start, at));
    }
}
