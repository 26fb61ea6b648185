import { backend, type Tensor } from '@tensorflow/tfjs-core';

type Graphics = { readonly gpgpu?: { readonly gl?: { readonly isContextLost: () => boolean } } };

/** Whether the graphics chip has taken itself away from us: what is read from then on is zeros, no result. */
export const isGraphicsLost = (): boolean => {
  const { gpgpu } = backend() as unknown as Graphics;
  return gpgpu?.gl?.isContextLost() ?? false;
};

/** The numbers of a tensor, read back from the backend; none is a number when the graphics chip is gone. */
export const readBack = async (tensor: Tensor): Promise<Float32Array> => {
  const none = () => new Float32Array(tensor.size).fill(Number.NaN);
  if (isGraphicsLost()) return none();
  const values = await tensor.data<'float32'>();
  return isGraphicsLost() ? none() : values;
};
