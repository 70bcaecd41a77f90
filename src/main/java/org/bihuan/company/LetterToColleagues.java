package org.bihuan.company;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.Language;

/**
 * Somebody sends colleagues what the house has put together. Whoever brings letters observes it, in the same transaction.
 *
 * @param id makes it the same letter when it is told again
 * @param to each of them once; the sender too, where they are among them
 * @param text in every language, because each reads in their own
 */
public record LetterToColleagues(UUID id, AccountId from, List<AccountId> to, Map<Language, Text> text) {
    /**
     * What stands in it.
     *
     * @param subject one line
     * @param body paragraphs with an empty line between them
     */
    public record Text(String subject, String body) {}
}
