package org.bihuan.shared;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the parameters of a list that stand elsewhere than in a request, exactly as those of a request are read. */
public interface QueryReader {
    /**
     * @param query a class whose public fields are query parameters
     * @throws InvalidInput with everything that is unknown or cannot be read, at {@code ?name}
     */
    <T> T read(Class<T> query, Map<String, List<String>> parameters);

    /** The names of the parameters of a type. */
    Set<String> named(Class<?> query, Class<?> type);
}
