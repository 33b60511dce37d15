import { ComponentType } from 'discord.js';
import { z } from 'zod';
import { walkComponents } from '../components.js';
import { customId, entitySelect, refineSelect, stringSelect, textDisplay } from './components.js';

const componentId = z.int32().min(0).nullish();
const flag = z.boolean().nullish();

const textInput = z
  .looseObject({
    type: z.literal(ComponentType.TextInput),
    id: componentId,
    custom_id: customId,
    style: z.literal([1, 2]),
    label: z.string().min(1).max(45).nullish(),
    value: z.string().max(4000).nullish(),
    placeholder: z.string().max(100).nullish(),
    min_length: z.int().min(0).max(4000).nullish(),
    max_length: z.int().min(1).max(4000).nullish(),
    required: flag,
  })
  .refine(({ min_length, max_length }) => (min_length ?? 0) <= (max_length ?? 4000), {
    message: 'min_length is above max_length',
  })
  .refine(({ value, max_length }) => (value ?? '').length <= (max_length ?? 4000), {
    message: 'The value is longer than max_length',
  });

const groupOption = z.looseObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  default: flag,
});

const group = { id: componentId, custom_id: customId, required: flag };

const counts = { min_values: z.int().min(0).max(10).nullish(), max_values: z.int().min(1).max(10).nullish() };

const radioGroup = z
  .looseObject({
    type: z.literal(ComponentType.RadioGroup),
    ...group,
    options: z.array(groupOption).min(2).max(10),
  })
  .superRefine(refineSelect);

const checkboxGroup = z
  .looseObject({
    type: z.literal(ComponentType.CheckboxGroup),
    ...group,
    ...counts,
    options: z.array(groupOption).min(1).max(10),
  })
  .superRefine((value, context) => {
    refineSelect({ ...value, max_values: value.max_values ?? value.options.length }, context);
  })
  .refine(({ min_values, required }) => min_values !== 0 || required === false, {
    message: 'min_values of 0 needs required to be false',
  });

const checkbox = z.looseObject({
  type: z.literal(ComponentType.Checkbox),
  id: componentId,
  custom_id: customId,
  default: flag,
});

const fileUpload = z
  .looseObject({ type: z.literal(ComponentType.FileUpload), ...group, ...counts })
  .superRefine(refineSelect);

const labelled = z.discriminatedUnion('type', [
  textInput,
  stringSelect,
  entitySelect,
  radioGroup,
  checkboxGroup,
  checkbox,
  fileUpload,
]);

const label = z
  .looseObject({
    type: z.literal(ComponentType.Label),
    id: componentId,
    label: z.string().min(1).max(45),
    description: z.string().min(1).max(100).nullish(),
    component: labelled,
  })
  .refine(({ component }) => !('label' in component && component.label), {
    message: 'A text input in a label has no label of its own',
    path: ['component', 'label'],
  })
  .refine(({ component }) => !('disabled' in component && component.disabled), {
    message: 'Nothing in a form can be disabled',
    path: ['component', 'disabled'],
  });

const inputRow = z.looseObject({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: z
    .array(
      textInput.refine((input) => Boolean(input.label), {
        message: 'This field is required',
        path: ['label'],
      }),
    )
    .length(1),
});

/** A modal that a bot opens. */
export const modalBody = z
  .looseObject({
    custom_id: customId,
    title: z.string().min(1).max(45),
    components: z
      .array(z.discriminatedUnion('type', [label, inputRow, textDisplay]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    const ids = [...walkComponents(components)].flatMap(({ custom_id }) => custom_id ?? []);
    if (new Set(ids).size === ids.length) return;
    context.addIssue({
      code: 'custom',
      path: ['components'],
      message: 'Component custom id cannot be duplicated',
    });
  });

export type ModalBody = z.infer<typeof modalBody>;
