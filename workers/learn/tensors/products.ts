// WebAssembly remembers a right factor by its data, not by its shape: one that was multiplied as rows × columns
// must not be reshaped and multiplied again.

import { getBackend, matMul, type Tensor2D, transpose } from '@tensorflow/tfjs-core';

/**
 * WebAssembly multiplies five times as fast when a factor lies the right way round (only then it is
 * XNNPACK that does it); everywhere else turning it is one launch more.
 */
const turnsFirst = (): boolean => getBackend() !== 'webgl';

/** The transpose of `a` times `b`. */
export const productOfTurned = (a: Tensor2D, b: Tensor2D): Tensor2D =>
  turnsFirst() ? matMul(transpose(a), b) : matMul(a, b, true, false);

/** `a` times the transpose of `b`. */
export const productWithTurned = (a: Tensor2D, b: Tensor2D): Tensor2D =>
  turnsFirst() ? matMul(a, transpose(b)) : matMul(a, b, false, true);

/**
 * The sums of the columns as one row: a product with a row of ones, many times as fast as a sum down
 * columns.
 */
export const sumColumns = (a: Tensor2D, ones: Tensor2D): Tensor2D => matMul(ones, a);
