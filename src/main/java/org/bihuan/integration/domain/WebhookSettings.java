package org.bihuan.integration.domain;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where webhooks may go. */
@ConfigMapping(prefix = "bihuan.webhooks")
interface WebhookSettings {
    /** Names, addresses and networks that are allowed although they are not public: a gateway in the company's own network. */
    Optional<List<String>> allowedPrivateAddresses();

    /** Off, because what webhooks carry is nobody else's business. */
    boolean allowPlainHttp();
}
