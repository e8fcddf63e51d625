package io.customerpulse.command.simulate;

import io.customerpulse.command.simulate.RandomStream.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * Which customer lives which story: dealt from a deck of {@link Story#BLOCK} cards, so that even a
 * small world has every story, and a large one has them in their proportions.
 */
final class StoryDeck {

    private StoryDeck() {}

    /** The story of the customer of this number, counted from 0. */
    static Story story(long seed, int index) {
        List<Story> deck = new ArrayList<>(Story.BLOCK);
        for (Story story : Story.values()) {
            for (int i = 0; i < story.share(); i++) {
                deck.add(story);
            }
        }
        RandomStream random = RandomStream.of(seed, index / Story.BLOCK, Purpose.STORIES);
        for (int last = deck.size() - 1; last > 0; last--) {
            int drawn = random.below(last + 1);
            Story story = deck.get(drawn);
            deck.set(drawn, deck.get(last));
            deck.set(last, story);
        }
        return deck.get(index % Story.BLOCK);
    }
}
