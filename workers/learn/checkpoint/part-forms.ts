import type { BackendReceipt } from '#core/predictions/model-version.ts';
import type { Fitted, Said } from '#workers/learn/ensemble/member.ts';
import type { Fit } from '#workers/learn/fit-network.ts';
import type { Form } from './keep-part.ts';

// Sealed by this very code (the digest holds its version), so the shape is known. A double is the same
// after JSON, and so is a float that was one.

type KeptSaid = Omit<Said, 'aside'> & { readonly aside: readonly number[] };

const packSaid = ({ aside, size, history }: Said): KeptSaid => ({
  aside: Array.from(aside),
  size,
  ...(history && { history }),
});

/** What a fit says of the rows aside; its parameters are wanted no more. */
export const saidForm: Form<Said> = {
  pack: packSaid,
  unpack: (kept) => {
    const { aside, ...rest } = kept as KeptSaid;
    return { ...rest, aside: Float64Array.from(aside) };
  },
};

/** A whole member; its body is JSON already. */
export const fittedForm = <Body>(): Form<Fitted<Body>> => ({
  pack: ({ body, ...said }) => ({ body, ...packSaid(said) }),
  unpack: (kept) => {
    const { body } = kept as { readonly body: Body };
    return { body, ...saidForm.unpack(kept) };
  },
});

type KeptFit = Omit<Fit, 'parameters'> & {
  readonly parameters: readonly { readonly shape: number[]; readonly values: number[] }[];
};

/** The reference network with its curve. */
export const fitForm: Form<Fit> = {
  pack: ({ parameters, history }): KeptFit => ({
    parameters: parameters.map(({ shape, values }) => ({
      shape: [...shape],
      values: Array.from(values),
    })),
    history,
  }),
  unpack: (kept) => {
    const { parameters, history } = kept as KeptFit;
    return {
      parameters: parameters.map(({ shape, values }) => ({
        shape,
        values: Float32Array.from(values),
      })),
      history,
    };
  },
};

export const receiptForm: Form<BackendReceipt> = {
  pack: (receipt) => receipt,
  unpack: (kept) => kept as BackendReceipt,
};
