package org.bihuan.shared;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that made something: 201, with where it is found. */
public final class Created {
    private Created() {}

    /** @param path below the root of the API, with a slash at its beginning */
    public static <T> RestResponse<T> at(String path, T view) {
        return RestResponse.ResponseBuilder.<T>created(URI.create(path))
                .entity(view)
                .build();
    }
}
