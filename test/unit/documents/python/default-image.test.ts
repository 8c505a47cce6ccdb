import { describe, expect, test } from 'vitest';
import { findDefaultImage } from '../../../../src/documents/python/default-image';

const train = `from azureml.core.runconfig import DEFAULT_CPU_IMAGE, RunConfiguration

run_config = RunConfiguration()
run_config.environment.docker.base_image = DEFAULT_CPU_IMAGE
run_config.environment.python.user_managed_dependencies = True
`;

/** Returns a notebook as Jupyter writes it. */
function notebook(...cells: readonly { readonly kind?: string; readonly source: unknown }[]): string {
  return JSON.stringify({
    cells: cells.map(({ kind = 'code', source }) => ({ cell_type: kind, metadata: {}, source })),
    nbformat: 4,
    nbformat_minor: 5,
  });
}

describe('a Python file', () => {
  test('with a default image and user-managed dependencies is found, at the line that uses the image', () => {
    expect(findDefaultImage('train.py', train)).toEqual({ line: 4, cell: null });
  });

  test('is read with any line endings', () => {
    expect(findDefaultImage('train.py', train.replaceAll('\n', '\r\n'))).toEqual({ line: 4, cell: null });
  });

  test('can name the image for machines with a GPU, and qualify it with its module', () => {
    const text = `env.docker.base_image = azureml.core.runconfig.DEFAULT_GPU_IMAGE\nenv.python.user_managed_dependencies=True`;
    expect(findDefaultImage('train.py', text)).toEqual({ line: 1, cell: null });
  });

  test('can import over several lines, which isn’t a use', () => {
    const text = `from azureml.core.runconfig import (\n    DEFAULT_CPU_IMAGE,\n    RunConfiguration,\n)\nimage = DEFAULT_CPU_IMAGE\nuser_managed_dependencies = True`;
    expect(findDefaultImage('train.py', text)).toEqual({ line: 5, cell: null });
  });

  test.each([
    ['only the image', 'image = DEFAULT_CPU_IMAGE'],
    ['only user-managed dependencies', 'p.user_managed_dependencies = True'],
    ['dependencies that Azure ML manages', 'image = DEFAULT_CPU_IMAGE\np.user_managed_dependencies = False'],
    ['the image only imported', train.replace('= DEFAULT_CPU_IMAGE', '= "python:3.8"')],
    ['the image only in a comment', '# image = DEFAULT_CPU_IMAGE\np.user_managed_dependencies = True'],
    ['the dependencies only in a comment', 'image = DEFAULT_CPU_IMAGE  # user_managed_dependencies = True'],
    ['longer names', 'image = MY_DEFAULT_CPU_IMAGE_2\nuser_managed_dependencies = True'],
    ['nothing', ''],
  ])('that has %s isn’t reported', (_what, text) => {
    expect(findDefaultImage('train.py', text)).toBeNull();
  });
});

/** The article's second sample (how-to-secure-training-vnet, 2020-12-10). */
const estimate = `from azureml.train.estimator import Estimator

est = Estimator(source_directory='.',
                script_params=script_params,
                compute_target='local',
                entry_script='dummy_train.py',
                user_managed=True)
run = exp.submit(est)
`;

describe('an estimator', () => {
  test('with user-managed Python uses the default image without naming it', () => {
    expect(findDefaultImage('train.py', estimate)).toEqual({ line: 7, cell: null });
  });

  test.each(['PyTorch', 'TensorFlow', 'Chainer', 'SKLearn', 'estimator.Estimator'])(
    'of %s uses it too',
    (kind) => {
      const text = estimate.replaceAll('= Estimator(', `= ${kind}(`);
      expect(findDefaultImage('train.py', text)).toEqual({ line: 7, cell: null });
    },
  );

  test('is found in a notebook by cell and line, and next to another one', () => {
    const other = estimate.replace('user_managed=True', "user_managed=True, custom_docker_image='contoso/x'");
    const text = notebook({ source: other }, { source: [...estimate.split(/(?<=\n)/)] });
    expect(findDefaultImage('train.ipynb', text)).toEqual({ line: 7, cell: 2 });
  });

  test.each([
    [
      'another image',
      estimate.replace('user_managed=True', "user_managed=True, custom_docker_image='contoso/x'"),
    ],
    [
      'an environment',
      estimate.replace('user_managed=True', 'user_managed=True, environment_definition=env'),
    ],
    ['dependencies that Azure ML manages', estimate.replace('True', 'False')],
    ['user_managed in a comment', estimate.replace('user_managed=True', '# user_managed=True')],
    ['an argument outside a call', 'user_managed=True'],
    ['a call that never closes', estimate.replaceAll(')', '')],
  ])('with %s isn’t reported', (_what, text) => {
    expect(findDefaultImage('train.py', text)).toBeNull();
  });
});

describe('a notebook', () => {
  test('is found by cell and line, and all cells count', () => {
    const text = notebook(
      { kind: 'markdown', source: ['# Training'] },
      {
        source: [
          'from azureml.core.runconfig import DEFAULT_CPU_IMAGE\n',
          'p.user_managed_dependencies = True',
        ],
      },
      { source: 'env = Environment("e")\nenv.docker.base_image = DEFAULT_CPU_IMAGE' },
    );
    expect(findDefaultImage('train.ipynb', text)).toEqual({ line: 2, cell: 3 });
  });

  test('that only mentions it in text isn’t reported', () => {
    const words = 'DEFAULT_CPU_IMAGE with user_managed_dependencies';
    expect(findDefaultImage('notes.ipynb', notebook({ kind: 'markdown', source: [words] }))).toBeNull();
  });

  const whole = notebook({ source: ['a = DEFAULT_CPU_IMAGE\n', 'user_managed_dependencies = True'] });

  test('that is incomplete isn’t reported, wherever it ends', () => {
    expect(findDefaultImage('train.ipynb', whole)).toEqual({ line: 1, cell: 1 });
    for (let length = 0; length < whole.length; length++) {
      expect(findDefaultImage('train.ipynb', whole.slice(0, length))).toBeNull();
    }
  });

  test.each([
    ['an array instead of an object', '["DEFAULT_CPU_IMAGE", "user_managed_dependencies"]'],
    ['cells that aren’t a list', '{"cells": "DEFAULT_CPU_IMAGE user_managed_dependencies"}'],
    ['cells that aren’t objects', '{"cells": [null, 1, "DEFAULT_CPU_IMAGE user_managed_dependencies"]}'],
    [
      'source that isn’t a string',
      notebook({ source: [{ a: 'DEFAULT_CPU_IMAGE user_managed_dependencies' }] }),
    ],
  ])('with %s isn’t reported', (_what, text) => {
    expect(findDefaultImage('odd.ipynb', text)).toBeNull();
  });
});

describe('files of the maximum size', () => {
  const names = '\nimage = DEFAULT_CPU_IMAGE\nuser_managed_dependencies = True\n';
  const filled = (line: string): string => line.repeat(Math.floor(499_000 / line.length));

  test.each([
    ['lines of code', filled('total = total + 1\n')],
    ['one line', filled('x')],
    ['imports that never close', filled('from a import (\n')],
    ['calls that never close', `${filled('a = Estimator(\n')}user_managed=True\n`],
  ])('with %s are read to their end', (_what, filling) => {
    const line = filling.split('\n').length + 1;
    expect(findDefaultImage('huge.py', filling + names)).toEqual({ line, cell: null });
  });
});
