import { z } from 'zod';

/** The suggestions that a bot offers while a member types. */
export const autocompleteBody = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        name: z.string().min(1).max(100),
        value: z.union([z.string().min(1).max(100), z.number()]),
      }),
    )
    .max(25),
});

export type AutocompleteChoice = z.infer<typeof autocompleteBody>['choices'][number];
