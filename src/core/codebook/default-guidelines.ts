/** What holds for every label of the default codebook, in Markdown. */
export const DEFAULT_GUIDELINES = `# Guidelines

We mark three kinds of act in news text: **claims**, **threats** and **sanctions proposals**. Actors are marked as well, because the acts point to them.

## How to work through an article

1. Read the article once without marking anything.
2. Go through it again and mark each act. Begin with the one you are surest of.
3. Answer the questions of each annotation. Those that are required come first; the others may stay open.
4. Go through your list once more. Where you hesitated, set the confidence to *low* and write a note.
5. Submit. Nobody sees your work before that, and you see nobody else’s.

## Which label?

- Somebody **asserts** something that evidence could bear out or knock down: **claim**.
- Somebody **announces a cost** that they, or those they speak for, can bring about: **threat**.
- Somebody **calls for, plans, tables or opposes** a restrictive measure that is not in force: **sanctions proposal**.
- Nothing of these, and nobody acts: leave the words alone. Empty stretches are a result too.

A demand that somebody act is never a claim, however many facts are wrapped around it. Mark the facts as claims of their own.

## Which words?

Mark the shortest stretch that carries the act whole: the clause with its condition. Leave out the speaker, the word that introduces the speech, the quotation marks around it and the final full stop. Where the speaker stands in the middle of the sentence, make one annotation of two parts.

## What counts, and what does not

Judge what the words say, not whether they are true, wise or likely to be carried out. Do not use what you know from elsewhere, except to recognise who is meant. Text that is on the page but not of the article is dimmed: leave it alone.

Your confidence and your notes are yours. They never count when the work of two analysts is compared.

## When you are not sure

Look at the numbered rules. When none of them decides, choose the reading that a careful reader who knows nothing of your project would choose, write a comment, and bring the case to the next review. A ruling there becomes a new rule.
`;
